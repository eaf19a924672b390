import type { Obstacle, WayOut } from '../../protocol/compare';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { useHost } from './host';

const wayWords: Readonly<Record<WayOut, string>> = {
  chooseRun: 'Choose Another Run…',
  retry: 'Retry',
  openAsText: 'Open as Text',
};

/** Why there is nothing to compare, and what can be done about it. */
export function ObstaclePage({ obstacle }: { readonly obstacle: Obstacle }) {
  return (
    <div className="instead" role="alert">
      <p>{obstacle.sentence}</p>
      <Ways obstacle={obstacle} />
    </div>
  );
}

/** The same above a comparison that could be made before. */
export function ObstacleBar({ obstacle }: { readonly obstacle: Obstacle }) {
  return (
    <div className="obstacle" role="alert">
      <Icon name="warning" color="editorWarning.foreground" />
      <span className="obstacle-text">{obstacle.sentence} What is shown is from before.</span>
      <Ways obstacle={obstacle} />
    </div>
  );
}

function Ways({ obstacle }: { readonly obstacle: Obstacle }) {
  const host = useHost();
  return (
    <span className="ways">
      {obstacle.ways.map((way, index) => (
        <Button
          key={way}
          kind={index === 0 ? 'primary' : 'secondary'}
          onClick={() => host.takeWayOut(obstacle.side, way)}
        >
          {wayWords[way]}
        </Button>
      ))}
    </span>
  );
}
