/** Answers what clients ask of schedules. */
import type { MessageConnection } from 'vscode-jsonrpc';
import { onRequest } from '../../protocol/rpc';
import * as protocol from '../../protocol/schedules';
import type { Schedules } from '../schedule/schedules';

/** Registers the answers on a client's connection. */
export function answerSchedules(connection: MessageConnection, schedules: Schedules): void {
  onRequest(connection, protocol.createSchedule, (params) => schedules.create(params));
  onRequest(connection, protocol.changeSchedule, ({ scheduleId, settings }) => schedules.change(scheduleId, settings));
  onRequest(connection, protocol.pauseSchedule, ({ scheduleId }) => schedules.pause(scheduleId));
  onRequest(connection, protocol.resumeSchedule, ({ scheduleId }) => schedules.resume(scheduleId));
  onRequest(connection, protocol.removeSchedule, ({ scheduleId }) => {
    schedules.remove(scheduleId);
    return null;
  });
  onRequest(connection, protocol.listSchedules, ({ folders, workflowPath }) => ({
    schedules: schedules.list(folders, workflowPath),
  }));
}
