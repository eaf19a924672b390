/** The addresses of machines that runs used. */

/** A machine as the engine lists it. */
interface UsedMachine {
  readonly name: string;
  readonly ip: string | null;
}

export interface MachineAddresses {
  /** In the order of first use, each once. */
  readonly addresses: readonly string[];
  /** Names of the machines of which no address is known, each once. */
  readonly unknown: readonly string[];
}

/** Sums up the machines of one run or of several. A machine that had several addresses has all of them in the list. */
export function machineAddresses(machines: readonly UsedMachine[]): MachineAddresses {
  const known = new Set(machines.flatMap(({ name, ip }) => (ip === null ? [] : [name])));
  const unknown = machines.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  return {
    addresses: [...new Set(machines.flatMap(({ ip }) => (ip === null ? [] : [ip])))],
    unknown: [...new Set(unknown)],
  };
}
