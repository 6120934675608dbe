import { Button, Input, Space } from 'antd';
import { useState } from 'react';
import type { BoardCard } from '#domain/reception/contract.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useNameGuardian } from './api.ts';
import { receptionWords } from './words.ts';

/** Who answers for a child; where nobody is known, whoever came with them is named at the desk. */
export function Guardian({ card: { customerId, guardianName } }: { card: BoardCard }) {
  const say = useWords(receptionWords);
  const tell = useTell();
  const mayWrite = useMay('customers.write');
  const naming = useNameGuardian();
  const [name, setName] = useState('');
  if (guardianName !== null) return <span>{guardianName}</span>;
  if (!mayWrite) return <span>{say('guardian.none')}</span>;
  return (
    <Space.Compact block>
      <Input
        aria-label={say('guardian')}
        placeholder={say('guardian.none')}
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button
        disabled={name.trim() === ''}
        loading={naming.isPending}
        onClick={() => naming.mutate({ customerId, name }, { onError: tell.failed })}
      >
        {say('save')}
      </Button>
    </Space.Compact>
  );
}
