import { Field } from '../ui/Field';

/** A labelled list of a few values, one of which is chosen. */
export function Choice<Value extends string>(props: {
  label: string;
  testid: string;
  value: Value;
  options: readonly (readonly [Value, string])[];
  onChange: (value: Value) => void;
}) {
  const { options } = props;
  return (
    <Field label={props.label}>
      {(control) => (
        <select
          {...control}
          data-testid={props.testid}
          value={props.value}
          onChange={({ target }) => {
            const chosen = options.find(([value]) => value === target.value);
            if (chosen !== undefined) props.onChange(chosen[0]);
          }}
        >
          {options.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
