import { InputNumber } from 'antd';
import { foldWidth } from '#domain/exchange/cell.ts';

interface MoneyInputProps {
  id?: string;
  /** Whole fen, as the wire has it; typed and shown in yuan. */
  value?: number | null;
  onChange?: (fen: number | null) => void;
  autoFocus?: boolean;
  disabled?: boolean;
}

/** An amount of money, to the fen. */
export function MoneyInput({ value = null, onChange, ...rest }: MoneyInputProps) {
  return (
    <InputNumber<number>
      {...rest}
      prefix="¥"
      precision={2}
      min={0}
      controls={false}
      inputMode="decimal"
      style={{ width: '100%' }}
      // As it is typed with a Chinese keyboard, or pasted from a sheet.
      parser={(text) =>
        Number(
          foldWidth(text ?? '')
            .replace(/[。．]/g, '.')
            .replace(/[^\d.-]/g, ''),
        )
      }
      value={value === null ? null : value / 100}
      onChange={(yuan) => onChange?.(yuan === null ? null : Math.round(yuan * 100))}
    />
  );
}
