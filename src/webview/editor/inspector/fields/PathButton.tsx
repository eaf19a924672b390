import { choosePath, type PathPurpose } from '../../../../protocol/inspecting';
import { sentenceOf } from '../../../sentence';
import { IconButton } from '../../../ui/IconButton';
import { useHost } from '../../host';

interface PathButtonProps {
  readonly purpose: PathPurpose;
  readonly label: string;
  readonly onChoose: (path: string) => void;
}

/** Lets a file of the workspace be chosen in VS Code's own dialog. */
export function PathButton({ purpose, label, onChoose }: PathButtonProps) {
  const { requests, report } = useHost();
  const choose = async (): Promise<void> => {
    try {
      const { path } = await requests.ask(choosePath, { purpose });
      if (path !== null) onChoose(path);
    } catch (error) {
      report(sentenceOf(error));
    }
  };
  return <IconButton icon="folder-opened" label={label} onClick={() => void choose()} />;
}
