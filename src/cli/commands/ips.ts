import { Command } from 'commander';
import { allows } from '../../model/run/actions';
import { listMachines } from '../../protocol/engine';
import { CommandFailure } from '../commandFailure';
import { findRun, withEngine } from '../engineConnection';
import { plainText } from '../plainText';
import { printJson, printLine, printNote } from '../terminal';

/** `runlens ips`: the addresses of the machines that a run used. */
export function ipsCommand(): Command {
  return new Command('ips')
    .description('print the address of every machine that the run used, one a line, in the order of their use')
    .argument('<run>', 'id of a run, or the beginning of one')
    .option('--json', 'print an object: the machines with their addresses, and the addresses')
    .action(async (id: string, options: { readonly json?: true }) => {
      const { run, machines } = await withEngine(async (engine) => {
        const found = await findRun(engine, id);
        if (!allows(found, 'exportIps')) {
          throw new CommandFailure(`${plainText(found.name)} (${found.status}) has used no machine so far.`);
        }
        return { run: found, ...(await engine.send(listMachines, { runId: found.id })) };
      });
      // One machine may have been used by many nodes, and two may answer at one address.
      const ips = [...new Set(machines.map(({ ip }) => ip).filter((ip) => ip !== null))];
      if (options.json) return printJson({ id: run.id, machines, ips });
      ips.forEach((ip) => printLine(plainText(ip)));
      for (const { name, ip } of machines) {
        if (ip === null) printNote(`The address of ${plainText(name)} is not known.`);
      }
    });
}
