import type { DetailedHTMLProps, HTMLAttributes } from 'react';

type CustomElement<Extra = object> = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & {
  class?: string;
} & Extra;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'vscode-button': CustomElement<{ appearance?: 'primary' | 'secondary' | 'icon'; disabled?: boolean }>;
      'vscode-progress-ring': CustomElement;
    }
  }
}
