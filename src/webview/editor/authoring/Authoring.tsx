import { Add } from './add/Add';
import { Drop } from './add/Drop';
import { Clipboard } from './clipboard/Clipboard';
import { Arrange } from './arrange/Arrange';
import { Announcer } from './Announcer';
import { CanvasKeys } from './CanvasKeys';
import { FocusMemory } from './FocusMemory';
import { Connect } from './connect/Connect';
import { Find } from './find/Find';
import { CanvasMenu } from './menu/CanvasMenu';
import { SelectKeys } from './SelectKeys';
import { WireWords } from './WireWords';
import { OpenModule } from './OpenModule';
import { ShortcutSheet } from './shortcuts/ShortcutSheet';
import { FollowText } from './textBeside/FollowText';
import { OutdatedNotice } from './textBeside/OutdatedNotice';
import { CanvasFacts } from './problems/CanvasFacts';
import { WireProblem } from './problems/WireProblem';
import { TimelineKey } from './TimelineKey';
import { WorkflowButton } from './WorkflowButton';
import { RerunFromHere } from './RerunFromHere';
import { ShortcutProvider } from './shortcutActions';

/** All that people do on the canvas; loaded once the canvas is painted. */
export function Authoring() {
  return (
    <ShortcutProvider>
      <p id="canvas-keys" className="for-screen-readers">
        Arrow keys go along wires and between nodes, Page Up and Page Down through all of them. Enter opens the
        inspector, Delete removes the node, Shift+F10 opens a menu, and the question mark lists all keys.
      </p>
      <Announcer />
      <FocusMemory />
      <CanvasKeys />
      <SelectKeys />
      <WireWords />
      <Arrange />
      <Find />
      <CanvasMenu />
      <ShortcutSheet />
      <Connect />
      <Add />
      <Drop />
      <Clipboard />
      <CanvasFacts />
      <WireProblem />
      <RerunFromHere />
      <OpenModule />
      <WorkflowButton />
      <TimelineKey />
      <FollowText />
      <OutdatedNotice />
    </ShortcutProvider>
  );
}
