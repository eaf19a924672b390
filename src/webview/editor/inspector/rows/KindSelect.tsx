import { Icon } from '../../../ui/Icon';
import type { ValueKind } from '../model/inputFields';

const looks: Readonly<Record<ValueKind, { readonly icon: string; readonly label: string }>> = {
  literal: { icon: 'symbol-string', label: 'Text or number' },
  path: { icon: 'file', label: 'File or folder' },
  wire: { icon: 'plug', label: 'Wire from a node' },
};

interface KindSelectProps {
  readonly name: string;
  readonly kind: ValueKind;
  readonly onChoose: (kind: ValueKind) => void;
}

/** Of which kind a value is, as an icon that opens the list of kinds. */
export function KindSelect({ name, kind, onChoose }: KindSelectProps) {
  return (
    <span className="kind-select" title={`${looks[kind].label}: choose another kind of value`}>
      <Icon name={looks[kind].icon} />
      <select
        aria-label={name}
        value={kind}
        onChange={(event) => {
          const chosen = event.target.value;
          if (chosen === 'literal' || chosen === 'path' || chosen === 'wire') onChoose(chosen);
        }}
      >
        {(['literal', 'path', 'wire'] as const).map((one) => (
          <option key={one} value={one}>
            {looks[one].label}
          </option>
        ))}
      </select>
    </span>
  );
}
