/** What the command line's exit code says; `runlens --help` lists the same. */
export const exitCodes = {
  /** Done; for a run that was followed to its end: Completed. */
  done: 0,
  /** The run ended otherwise than Completed, or `check` found errors. */
  notCompleted: 1,
  /** Wrong usage, or an input, file, run or action that was refused. Nothing was started or changed. */
  badInput: 2,
  /** No engine could be reached or started, or it failed. */
  engineUnavailable: 3,
  /** Left by Ctrl+C while the run goes on. */
  interrupted: 130,
  /** Whoever read the output closed it; the code that a shell gives for SIGPIPE. */
  outputClosed: 141,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
