import { useId } from 'react';
import { inputProblem, isPath, valueOf, type InputDraft } from '../../model/run/inputDrafts';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';
import type { Host } from './host';
import { ValueFacts } from './ValueFacts';
import { usePathProblem } from './usePathProblem';
import { ValueControl } from './ValueControl';

interface InputFieldProps {
  readonly draft: InputDraft;
  readonly host: Host;
  readonly onChange: (given: string | null) => void;
  readonly onProblem: (sentence: string) => void;
}

/** One input: its name and type, its value, what is wrong with that, and what else it could be. */
export function InputField({ draft, host, onChange, onProblem }: InputFieldProps) {
  const id = useId();
  const { input } = draft;
  const { name, type } = input;
  const inPath = usePathProblem(draft, host);
  const problem = inputProblem(draft) ?? inPath;
  const choose = async (kind: 'file' | 'folder'): Promise<void> => {
    const path = await host.choosePath(name, kind, valueOf(draft));
    if (path !== null) onChange(path);
    document.getElementById(id)?.focus();
  };
  return (
    <div className="input-field" data-field={name}>
      <div className="input-head">
        <label htmlFor={id}>
          <bdi>{name}</bdi>
        </label>
        <span className="quiet">{type}</span>
      </div>
      <div className="input-control">
        <ValueControl
          draft={draft}
          id={id}
          describedBy={`${id}-facts ${id}-problem`}
          isInvalid={problem !== null}
          onChange={onChange}
        />
        {isPath(input) && (type === 'file' || type === 'folder') && (
          <IconButton
            icon="folder-opened"
            label={`Choose a ${type} for ${name}…`}
            onClick={() => {
              choose(type).catch((error: unknown) => onProblem(error instanceof Error ? error.message : String(error)));
            }}
          />
        )}
      </div>
      <p id={`${id}-problem`} className="input-problem" aria-live="polite">
        {problem !== null && (
          <>
            <Icon name="error" color="errorForeground" />
            <span>{problem}</span>
          </>
        )}
      </p>
      <ValueFacts id={`${id}-facts`} draft={draft} onChange={onChange} />
    </div>
  );
}
