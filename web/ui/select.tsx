import { AutoComplete as BareAutoComplete, Select as BareSelect } from 'antd';
import type { AutoCompleteProps, SelectProps } from 'antd';
import type { BaseOptionType, DefaultOptionType } from 'antd/es/select';
import { useClear } from './use-clear.tsx';

/** The library's, whose button that empties it speaks the reader's language. */
export function Select<Value = unknown, Option extends BaseOptionType = DefaultOptionType>({
  allowClear = false,
  ...rest
}: SelectProps<Value, Option>) {
  const clear = useClear();
  return <BareSelect<Value, Option> {...rest} allowClear={allowClear && clear} />;
}

/** The library's, whose button that empties it speaks the reader's language. */
export function AutoComplete<Value = string | undefined>({
  allowClear = false,
  ...rest
}: AutoCompleteProps<Value>) {
  const clear = useClear();
  return <BareAutoComplete<Value> {...rest} allowClear={allowClear && clear} />;
}
