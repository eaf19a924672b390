import type { GraphNode } from '../../../model/workflow/graph';
import { Section } from './Section';

/** The box of the workflow's own inputs. */
export function Inputs({ node }: { readonly node: GraphNode }) {
  return (
    <Section title="Workflow inputs">
      <ul className="plain-list">
        {node.outputPorts.map((name) => (
          <li key={name}>
            <code>{name}</code>
          </li>
        ))}
      </ul>
      <p className="quiet">Their types and defaults are in the file, under “inputs”.</p>
    </Section>
  );
}
