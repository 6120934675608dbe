import { FileTextOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { useWords } from '#web/lib/words.ts';
import { handoverWords } from './words.ts';

export function HandoverLink({ customerId }: { customerId: string }) {
  const say = useWords(handoverWords);
  return (
    <Link to="/customers/$id/handover" params={{ id: customerId }}>
      <FileTextOutlined /> {say('title')}
    </Link>
  );
}
