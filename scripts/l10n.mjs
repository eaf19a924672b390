// Writes l10n/bundle.l10n.json: every message of the extension, for translators and for VS Code.
import { mkdirSync, writeFileSync } from 'node:fs';
import { bundleText, findMessages } from './setup/l10nMessages.mjs';
import { inRoot } from './setup/paths.mjs';

mkdirSync(inRoot('l10n'), { recursive: true });
writeFileSync(inRoot('l10n', 'bundle.l10n.json'), bundleText(findMessages().messages));
