/** What the system is told, so that it starts a vault's engine when its user logs in: a service of systemd or of launchd. */
import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { defaultHome } from '../../home';

/** The service of a vault, as its system wants it written. */
export interface LoginService {
  /** Absolute path of the file that describes it. */
  readonly file: string;
  readonly text: string;
  /** A link to it that has the system start it at login; null where the file alone does. */
  readonly link: string | null;
  /** For a terminal: starts it without waiting for the next login. */
  readonly startNow: string;
}

/**
 * Null on a system that is not known. `script`: absolute path of a shell script that becomes the engine. Of `env`,
 * `XDG_CONFIG_HOME` is heeded.
 */
export function loginServiceOf(
  home: string,
  script: string,
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
): LoginService | null {
  const { RUNLENS_HOME: _own, ...others } = env;
  const suffix = home === defaultHome(others) ? '' : `-${createHash('sha256').update(home).digest('hex').slice(0, 8)}`;
  switch (platform) {
    case 'linux':
      return systemdService(`runlens-engine${suffix}.service`, home, script, env);
    case 'darwin':
      return launchAgent(`runlens.engine${suffix}`, script);
    default:
      return null;
  }
}

function systemdService(name: string, home: string, script: string, env: NodeJS.ProcessEnv): LoginService {
  const own = env['XDG_CONFIG_HOME'];
  // The XDG specification has a relative path ignored.
  const config = own !== undefined && isAbsolute(own) ? own : join(homedir(), '.config');
  const folder = join(config, 'systemd', 'user');
  return {
    file: join(folder, name),
    link: join(folder, 'default.target.wants', name),
    startNow: `systemctl --user daemon-reload && systemctl --user enable --now ${name}`,
    // KillMode: nodes outlive the engine that started them. Status 3: another engine led already.
    text: `# Written by "runlens schedule login on", removed by "runlens schedule login off".
[Unit]
Description=Runlens engine, which starts scheduled runs (${unitText(home)})

[Service]
ExecStart=/bin/sh ${unitWord(script)}
SuccessExitStatus=3
KillMode=process

[Install]
WantedBy=default.target
`,
  };
}

/** Signs that begin something of systemd's own are written twice. */
function unitText(text: string): string {
  return text.replaceAll('%', '%%').replaceAll(/\s/g, ' ');
}

/** As one word of a command line in a unit. */
function unitWord(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
  return `"${escaped.replaceAll('%', '%%').replaceAll('$', '$$$$')}"`;
}

function launchAgent(label: string, script: string): LoginService {
  const file = join(homedir(), 'Library', 'LaunchAgents', `${label}.plist`);
  return {
    file,
    link: null,
    startNow: `launchctl bootstrap gui/$(id -u) '${file.replaceAll("'", "'\\''")}'`,
    // AbandonProcessGroup: nodes outlive the engine that started them.
    text: `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<!-- Written by "runlens schedule login on", removed by "runlens schedule login off". -->
<plist version="1.0">
<dict>
  <key>Label</key>
  <string>${label}</string>
  <key>ProgramArguments</key>
  <array>
    <string>/bin/sh</string>
    <string>${xmlText(script)}</string>
  </array>
  <key>RunAtLoad</key>
  <true/>
  <key>AbandonProcessGroup</key>
  <true/>
  <key>ProcessType</key>
  <string>Background</string>
</dict>
</plist>
`,
  };
}

function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
