import { bytesText } from '../../../model/run/display';
import type { NodeRunInputFile, NodeRunOutput } from '../../../model/run/run';
import { openOutput, saveOutput } from '../../../protocol/nodeInspection';
import { Icon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';
import { useHost } from '../host';
import { Section } from './Section';

/** What a node run left, to open or to save elsewhere. */
export function OutputFiles({
  nodeId,
  outputs,
}: {
  readonly nodeId: string;
  readonly outputs: readonly NodeRunOutput[];
}) {
  const host = useHost();
  return (
    <Section title="Output files">
      <ul className="file-list">
        {outputs.map((output) => (
          <li key={output.name}>
            <Icon name={output.kind} />
            <button
              type="button"
              className="link file-name"
              title={output.path}
              onClick={() => void host.requests.tell(openOutput, { nodeId, output: output.name })}
            >
              {output.name}
            </button>
            <span className="quiet">{sizeWords(output)}</span>
            <IconButton
              icon="save-as"
              label={`Save ${output.name} As…`}
              onClick={() => void host.requests.tell(saveOutput, { nodeId, output: output.name })}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The files a node run was given, as they were when it began. */
export function InputFiles({ files }: { readonly files: readonly NodeRunInputFile[] }) {
  return (
    <Section title="Input files">
      <ul className="file-list">
        {files.map((file) => (
          <li key={file.name}>
            <Icon name={file.kind} />
            <span className="file-name" title={file.path}>
              {file.name}
            </span>
            <span className="quiet">{sizeWords(file)}</span>
            {file.sha256 !== null && <Hash sha256={file.sha256} of={file.name} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Hash({ sha256, of }: { readonly sha256: string; readonly of: string }) {
  return (
    <>
      <code className="quiet" title={`SHA-256 ${sha256}`}>
        {sha256.slice(0, 8)}
      </code>
      <IconButton
        icon="copy"
        label={`Copy SHA-256 of ${of}`}
        onClick={() => void navigator.clipboard.writeText(sha256)}
      />
    </>
  );
}

function sizeWords({ kind, size }: Pick<NodeRunOutput, 'kind' | 'size'>): string {
  return size === null ? kind : bytesText(size);
}
