/** No engine can lead the vault, and another attempt would end alike. The message is a sentence for the user. */
export class UnusableVaultError extends Error {}
