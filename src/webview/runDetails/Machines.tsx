import type { UsedMachine } from '../../model/run/shownRun';
import { CopyButton } from './CopyButton';
import { Name } from './Name';

/** Every machine that the run used, in the order of first use. */
export function Machines({ machines }: { readonly machines: readonly UsedMachine[] }) {
  return (
    <ul className="items">
      {machines.map(({ name, ip }) => (
        <li key={`${name} ${ip}`} className="machine">
          <Name text={name} />
          {ip === null ? (
            <span className="quiet">address unknown</span>
          ) : (
            <span className="with-copy">
              <code>{ip}</code>
              <CopyButton text={ip} what={`address of ${name}`} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
