/**
 * All of the extension that works out times of schedules or tells them in words. Built into `dist/timings.js`, apart from the
 * extension: the library behind it is a tenth of what VS Code would read at each start.
 */
import { nextTimesOf, scheduleFacts } from '../../model/run/scheduledRun';
import { nextTimes } from '../../model/schedule/nextTimes';
import { timingAsTyped, typedTiming } from '../../model/schedule/timingText';
import { timingWords } from '../../model/schedule/timingWords';

export const timings = { nextTimes, nextTimesOf, scheduleFacts, timingAsTyped, timingWords, typedTiming };
