import { bytesText } from '../../model/run/display';
import type { ReadFile } from '../../model/run/inputFacts';
import { CopyButton } from './CopyButton';

/** As many characters of a hash are shown; all of it is copied. */
const shortHash = 12;

/** Size and hash of a file as a node read it. */
export function FileFacts({ file }: { readonly file: ReadFile }) {
  if (file.kind === 'folder') return <span className="quiet">folder</span>;
  return (
    <span className="with-copy quiet">
      <span>{file.size === null ? 'no regular file' : bytesText(file.size)}</span>
      {file.sha256 !== null && (
        <>
          <span>
            SHA-256 <code title={file.sha256}>{file.sha256.slice(0, shortHash)}</code>
          </span>
          <CopyButton text={file.sha256} what={`SHA-256 of ${file.path}`} />
        </>
      )}
    </span>
  );
}
