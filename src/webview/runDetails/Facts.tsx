import { Children, type ReactNode } from 'react';

/** Names and values. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return Children.count(children) === 0 ? null : <dl className="facts">{children}</dl>;
}

/** One name with its value. */
export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
