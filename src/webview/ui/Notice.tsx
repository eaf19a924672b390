import { Icon } from './Icon';
import { IconButton } from './IconButton';

/** One line that says what did not work; it stays until it is closed. */
export function Notice({ sentence, onClose }: { readonly sentence: string; readonly onClose: () => void }) {
  return (
    <div className="notice" role="alert">
      <Icon name="error" color="notificationsErrorIcon.foreground" />
      <span className="notice-text">{sentence}</span>
      <IconButton icon="close" label="Dismiss" onClick={onClose} />
    </div>
  );
}
