import { describe, expect, it } from 'vitest';
import { webviewHtml } from '../../../src/extension/webviews/webviewHtml';

const page = {
  title: 'Some page',
  cspSource: 'https://*.cdn.test',
  scriptUri: 'https://x.cdn.test/e.js?a=1&b="',
  styleUri: 'https://x.cdn.test/e.css',
};
const policyOf = (html: string): Map<string, string> => {
  const content = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
  return new Map(content.split('; ').map((part) => [part.split(' ')[0] ?? '', part]));
};

describe('the page of a webview', () => {
  it('allows its own files and nothing else', () => {
    const policy = policyOf(webviewHtml(page));
    expect(policy.get('default-src')).toBe("default-src 'none'");
    expect([...policy.keys()]).toEqual(['default-src', 'img-src', 'font-src', 'style-src', 'script-src']);
    expect([...policy.values()].join()).not.toMatch(/unsafe-|https?:(?!\/\/\*\.cdn\.test)| \*/);
  });

  it('has a new nonce each time, the same in policy, script and meta', () => {
    const [one, other] = [webviewHtml(page), webviewHtml(page)];
    const nonce = /<script type="module" nonce="([^"]+)"/.exec(one)?.[1] ?? '';
    expect(nonce.length).toBeGreaterThanOrEqual(20);
    expect(other).not.toContain(nonce);
    expect(policyOf(one).get('script-src')).toContain(`'nonce-${nonce}'`);
    expect(one).toContain(`<meta property="csp-nonce" content="${nonce}">`);
  });

  it('keeps an address inside its attribute', () => {
    expect(webviewHtml(page)).toContain('src="https://x.cdn.test/e.js?a=1&amp;b=&quot;"');
  });
});
