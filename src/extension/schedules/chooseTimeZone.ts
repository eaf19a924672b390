/** Asks for a time zone. */
import * as vscode from 'vscode';
import { hereTimeZone } from '../../model/schedule/timeOfTiming';

/** The IANA zone that is chosen; the one that was before when it is left with Escape. */
export async function chooseTimeZone(before: string): Promise<string> {
  const here = hereTimeZone();
  const first = [...new Set([before, here, 'UTC'])];
  const others = Intl.supportedValuesOf('timeZone').filter((zone) => !first.includes(zone));
  const items = [...first, ...others].map((zone) => ({
    label: zone,
    description: zone === here ? vscode.l10n.t('of this machine') : '',
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Time Zone of the Schedule'),
    placeHolder: vscode.l10n.t('Search by region or city'),
  });
  return picked?.label ?? before;
}
