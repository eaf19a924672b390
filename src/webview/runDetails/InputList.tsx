import type { InputFacts } from '../../model/run/inputFacts';
import { isActive, type RunStatus } from '../../model/run/status';
import { FileFacts } from './FileFacts';
import { LongText } from './LongText';
import { Name } from './Name';

interface InputListProps {
  readonly inputs: readonly InputFacts[];
  readonly status: RunStatus;
}

/** What the run was given. */
export function InputList({ inputs, status }: InputListProps) {
  return (
    <ul className="items">
      {inputs.map((input) => (
        <li key={input.name}>
          <span className="item-name">
            <Name text={input.name} /> <span className="quiet">{input.type}</span>
          </span>
          {input.value === '' ? (
            <span className="quiet">empty</span>
          ) : (
            <LongText text={input.value} className="item-value" />
          )}
          {(input.type === 'file' || input.type === 'folder') && <Files input={input} status={status} />}
        </li>
      ))}
    </ul>
  );
}

function Files({ input, status }: { readonly input: InputFacts; readonly status: RunStatus }) {
  if (input.files.length === 0) {
    return <span className="quiet">{isActive(status) ? 'No node has read it yet.' : 'No node read it.'}</span>;
  }
  return (
    <>
      {input.files.length > 1 && <span>It changed while the run went on:</span>}
      {input.files.map((file) => (
        <FileFacts key={`${file.size} ${file.sha256}`} file={file} />
      ))}
    </>
  );
}
