/** package.json and the code name the same things: what is declared exists, and what exists can be found. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  commandIds,
  contextKeys,
  editorViewType,
  extensionId,
  settingIds,
  snapshotScheme,
  viewIds,
} from '../../../src/extension/ids';
import { actionLooks } from '../../../src/model/run/actionLook';

const root = path.resolve(import.meta.dirname, '../../..');

const menuItem = z.object({
  command: z.optional(z.string()),
  submenu: z.optional(z.string()),
  when: z.optional(z.string()),
});
const manifestSchema = z.object({
  name: z.string(),
  publisher: z.string(),
  main: z.string(),
  icon: z.string(),
  activationEvents: z.array(z.string()),
  contributes: z.object({
    viewsContainers: z.record(z.string(), z.array(z.object({ id: z.string(), title: z.string(), icon: z.string() }))),
    views: z.record(z.string(), z.array(z.object({ id: z.string(), name: z.string(), when: z.optional(z.string()) }))),
    viewsWelcome: z.array(z.object({ view: z.string(), contents: z.string(), when: z.optional(z.string()) })),
    customEditors: z.array(z.object({ viewType: z.string() })),
    commands: z.array(
      z.object({
        command: z.string(),
        title: z.string(),
        icon: z.optional(z.string()),
        category: z.optional(z.string()),
        enablement: z.optional(z.string()),
      }),
    ),
    menus: z.record(z.string(), z.array(menuItem)),
    submenus: z.optional(z.array(z.object({ id: z.string(), label: z.string() }))),
    keybindings: z.array(z.object({ command: z.string(), when: z.optional(z.string()) })),
    configuration: z.object({
      properties: z.record(
        z.string(),
        z.object({
          markdownDescription: z.string(),
          scope: z.string(),
          default: z.unknown(),
          enum: z.optional(z.array(z.string())),
        }),
      ),
    }),
    walkthroughs: z.array(
      z.object({
        steps: z.array(
          z.object({
            id: z.string(),
            title: z.string(),
            description: z.string(),
            media: z.object({ svg: z.string(), altText: z.string() }),
            completionEvents: z.array(z.string()),
          }),
        ),
      }),
    ),
    yamlValidation: z.array(z.object({ url: z.string() })),
  }),
});
const readText = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const words = z.record(z.string(), z.string()).parse(JSON.parse(readText('package.nls.json')));
const asWritten = readText('package.json');
/** As VS Code shows it: every `%key%` replaced by its words. */
const manifest = manifestSchema.parse(
  JSON.parse(asWritten, (_, value: unknown) =>
    typeof value === 'string' ? value.replace(/^%(.+)%$/, (whole, key: string) => words[key] ?? whole) : value,
  ),
);
const { contributes } = manifest;

const declared = contributes.commands.map(({ command }) => command);
const menuItems = Object.values(contributes.menus).flat();
const sorted = (values: Iterable<string>): string[] => [...values].toSorted();

/** Every `when` and `enablement` clause of the manifest. */
const clauses = [
  ...menuItems,
  ...contributes.keybindings,
  ...contributes.viewsWelcome,
  ...Object.values(contributes.views).flat(),
  ...contributes.commands.map(({ enablement }) => ({ when: enablement })),
].flatMap(({ when }) => (when === undefined ? [] : [when]));

describe('package.json', () => {
  it('takes its words from package.nls.json, each of them used and none missing', () => {
    const used = [...asWritten.matchAll(/"%([^%]+)%"/g)].map(([, key]) => key ?? '');
    expect(sorted(new Set(used))).toEqual(sorted(Object.keys(words)));
    const shown = [
      ...contributes.commands.map(({ title }) => title),
      ...contributes.viewsWelcome.map(({ contents }) => contents),
      ...Object.values(contributes.views).flatMap((views) => views.map(({ name }) => name)),
    ];
    expect(shown.filter((text) => asWritten.includes(JSON.stringify(text)))).toEqual([]);
  });

  it('names the actions on a run as menus and lists do, with the same icons', () => {
    const declaredLooks = contributes.commands.map(({ title, icon }) => `${title} ${icon}`);
    const looks = Object.values(actionLooks).map(({ label, icon }) => `${label} $(${icon})`);
    expect(looks.filter((look) => !declaredLooks.includes(look))).toEqual([]);
  });

  it('declares every command of the code, and no other', () => {
    expect(sorted(declared)).toEqual(sorted(Object.values(commandIds)));
  });

  it('shows every command under the category Runlens, the category not said twice', () => {
    expect(contributes.commands.filter(({ category }) => category !== 'Runlens')).toEqual([]);
    expect(contributes.commands.filter(({ title }) => title.startsWith('Runlens'))).toEqual([]);
  });

  it('declares every view of the code, and no other', () => {
    const views = Object.values(contributes.views).flat();
    expect(sorted(views.map(({ id }) => id))).toEqual(sorted(Object.values(viewIds)));
  });

  it('declares every setting of the code, each described, and none that could name a program to start', () => {
    const { properties } = contributes.configuration;
    expect(sorted(Object.keys(properties))).toEqual(sorted(Object.values(settingIds)));
    for (const { markdownDescription } of Object.values(properties)) expect(markdownDescription).toMatch(/^[A-Z].+\.$/);
    // A text that a workspace can set must be one of a few words: it comes with a folder, before anybody trusts it.
    const free = Object.values(properties).filter((property) => typeof property.default === 'string' && !property.enum);
    expect(free.filter(({ scope }) => scope !== 'machine' && scope !== 'application')).toEqual([]);
  });

  it('puts views into containers that it declares', () => {
    const containers = Object.values(contributes.viewsContainers).flat();
    expect(sorted(Object.keys(contributes.views))).toEqual(sorted(containers.map(({ id }) => id)));
  });

  it('declares the workflow editor of the code', () => {
    expect(contributes.customEditors.map(({ viewType }) => viewType)).toEqual([editorViewType]);
  });

  it('starts the extension when a snapshot is opened', () => {
    expect(manifest.activationEvents).toContain(`onFileSystem:${snapshotScheme}`);
  });

  it('starts the extension when a link to a run is followed', () => {
    expect(manifest.activationEvents).toContain('onUri');
    expect(`${manifest.publisher}.${manifest.name}`).toBe(extensionId);
  });

  it('has only commands and submenus that exist in its menus and keys', () => {
    const submenus = new Set((contributes.submenus ?? []).map(({ id }) => id));
    const used = [...menuItems, ...contributes.keybindings].flatMap(({ command }) => command ?? []);
    expect(used.filter((command) => command.startsWith('runlens.') && !declared.includes(command))).toEqual([]);
    expect(menuItems.flatMap(({ submenu }) => submenu ?? []).filter((id) => !submenus.has(id))).toEqual([]);
  });

  it('speaks in its conditions only of context keys and views that the code has', () => {
    const known = new Set<string>([...Object.values(contextKeys), ...Object.values(viewIds), editorViewType]);
    const named = clauses.flatMap((clause) => clause.match(/\brunlens\.\w+/g) ?? []);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  it('welcomes in views that it declares, with commands that it declares', () => {
    const views = Object.values<string>(viewIds);
    expect(contributes.viewsWelcome.filter(({ view }) => !views.includes(view))).toEqual([]);
    const commands = contributes.viewsWelcome.flatMap(({ contents }) =>
      [...contents.matchAll(/command:(runlens\.\w+)/g)].map(([, id]) => id ?? ''),
    );
    expect(commands.filter((id) => !declared.includes(id))).toEqual([]);
  });

  it('leads through commands, views and conditions that there are, with a picture for each step', () => {
    const known = new Set<string>([...declared, ...Object.values(viewIds), ...Object.values(contextKeys)]);
    const foreign = new Set(['workbench.action.terminal.new']);
    for (const { id, description, media, completionEvents } of contributes.walkthroughs.flatMap(({ steps }) => steps)) {
      const commands = [...description.matchAll(/\(command:([\w.]+)\)/g)].map(([, name = '']) =>
        name.replace(/\.focus$/, ''),
      );
      const events = completionEvents.map((event) => event.replace(/^on(Command|View|Context):/, ''));
      expect(commands, `step ${id}`).toHaveLength(1);
      expect([...commands, ...events].filter((name) => !known.has(name) && !foreign.has(name))).toEqual([]);
      // Colours of the theme, and no others: the picture stands on a page of VS Code.
      const picture = readText(media.svg);
      expect(picture).toContain('var(--vscode-');
      expect(picture.match(/"#[0-9a-f]{3,8}"|rgb\(/gi)).toBeNull();
      expect(media.altText).toMatch(/\w+ \w+/);
    }
  });

  it('names icons and schemas that are there and that the package holds', () => {
    const containers = Object.values(contributes.viewsContainers).flat();
    const files = [
      manifest.icon,
      ...containers.map(({ icon }) => icon),
      ...contributes.yamlValidation.map(({ url }) => url),
    ];
    expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
    const shipped = readFileSync(path.join(root, '.vscodeignore'), 'utf8');
    const endings = files.map((file) => path.extname(file)).filter((ending) => !shipped.includes(`!media/*${ending}`));
    expect(endings).toEqual([]);
  });
});
