import type { NodeInspection } from '../../../protocol/nodeInspection';
import { Icon } from '../../ui/Icon';
import { actionWords, inputWords, timeoutWords } from '../model/definitionWords';
import { Code } from './Code';
import { Facts, Section } from './Section';

interface DefinitionProps {
  readonly inspection: NodeInspection;
  readonly onOpenSource: () => void;
}

/** What the workflow says of a node. */
export function Definition({ inspection, onOpenSource }: DefinitionProps) {
  const { action, code, inputs, outputs, needs } = inspection;
  return (
    <>
      <Section
        title="Definition"
        actions={
          <button type="button" className="link" onClick={onOpenSource}>
            Open Source
          </button>
        }
      >
        <Facts
          facts={[
            ['Id', <code key="id">{inspection.id}</code>],
            ['Action', actionWords(action)],
            ['Needs', needs.length === 0 ? null : needs.join(', ')],
            ['When', inspection.when === 'always' ? 'Always, also after a failure' : null],
            ['Time-out', timeoutWords(inspection.timeoutSeconds)],
            ['Retries', inspection.retries === 0 ? null : String(inspection.retries)],
            ['Machine', inspection.machine],
          ]}
        />
        <Code code={code} isModule={action.kind === 'module'} />
      </Section>
      {inputs.length > 0 && (
        <Section title="Inputs">
          <Facts
            facts={inputs.map(({ name, value }) => {
              const { icon, words } = inputWords(value);
              return [
                name,
                <span key={name} className="value" title={words}>
                  {icon !== null && <Icon name={icon} />}
                  <code>{words}</code>
                </span>,
              ];
            })}
          />
        </Section>
      )}
      {outputs.length > 0 && (
        <Section title="Outputs">
          <Facts facts={outputs.map(({ name, path }) => [name, <code key={name}>{path}</code>])} />
        </Section>
      )}
    </>
  );
}
