import { SwapOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import type { WhichCustomers } from '#domain/handovers/contract.ts';
import type { CustomerPage, ListCustomers } from '#domain/customers/contract.ts';
import { useNumber } from '#web/lib/numbers.ts';
import { useWords } from '#web/lib/words.ts';
import type { Colleague } from '#web/ui/person-select.tsx';
import type { Names } from './handover-sheet.tsx';
import { TransferDialog } from './transfer-dialog.tsx';
import { handoverWords } from './words.ts';
import './handovers.css';

interface TransferBarProps {
  /** Ticked on this page of the list. */
  chosen: readonly string[];
  filter: z.output<typeof ListCustomers>;
  found: z.output<typeof CustomerPage> | undefined;
  colleagues: readonly Colleague[];
  names: Names;
  onChooseAll: (all: boolean) => void;
  onDone: () => void;
}

/** Hands on those who are ticked, or all whom the filter finds. */
export function TransferBar(props: TransferBarProps) {
  const { chosen, filter, found, colleagues, names, onChooseAll, onDone } = props;
  const say = useWords(handoverWords);
  const number = useNumber();
  const [which, setWhich] = useState<WhichCustomers | null>(null);
  const { page: _page, pageSize: _pageSize, ...asked } = filter;
  const shown = found?.items.length ?? 0;
  const all = found ? `${number(found.total)}${found.andMore ? '+' : ''}` : '';
  const isFiltered = Object.values(asked).some((value) => value !== undefined && value !== '');
  if (shown === 0) return null;
  return (
    <div className="line transfer-bar">
      <Checkbox
        aria-label={say('transfer.page')}
        checked={chosen.length === shown}
        indeterminate={chosen.length > 0 && chosen.length < shown}
        onChange={({ target }) => onChooseAll(target.checked)}
      >
        {say('transfer.page')}
      </Checkbox>
      {chosen.length > 0 && (
        <Button size="small" icon={<SwapOutlined />} onClick={() => setWhich({ ids: [...chosen] })}>
          {say('transfer.chosen', { count: chosen.length })}
        </Button>
      )}
      {isFiltered && (
        <Button size="small" icon={<SwapOutlined />} onClick={() => setWhich({ filter: asked })}>
          {say('transfer.all', { count: all })}
        </Button>
      )}
      {chosen.length === 0 && !isFiltered && <span className="soft small">{say('transfer.pick')}</span>}
      {which && (
        <TransferDialog
          which={which}
          colleagues={colleagues}
          names={names}
          onClose={() => setWhich(null)}
          onDone={onDone}
        />
      )}
    </div>
  );
}
