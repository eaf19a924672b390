/** How an engine process ends, as the client that started it sees it. */
export const engineExit = {
  /** Asked to, or idle for long. */
  ended: 0,
  /** Another process leads the vault. */
  otherLeads: 3,
  /** It cannot lead; its last line in the log is a sentence for the user. */
  cannotLead: 4,
} as const;
