import { CopyOutlined, EyeOutlined, PhoneOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useEffect, useState } from 'react';
import { useKeys } from '#web/lib/keys.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { RevealReasons } from './reveal-reasons.tsx';
import { customersWords } from './words.ts';
import './customers.css';

const shownSeconds = 60;

interface PhoneNumberProps {
  customer: { id: string; phone: string | null; hasPhone: boolean };
}

/** The masked number; the whole one for a said reason, for a minute, with a link that dials it. */
export function PhoneNumber({ customer }: PhoneNumberProps) {
  const say = useWords(customersWords);
  const mayReveal = useMay('customers.reveal-phone');
  const [asking, setAsking] = useState(false);
  const [whole, setWhole] = useState<string | null>(null);
  useKeys({ p: () => setAsking(mayReveal && customer.hasPhone && whole === null) });

  if (!customer.hasPhone) return <span className="soft">{say('phone.none')}</span>;
  if (whole !== null) return <WholeNumber phone={whole} onGone={() => setWhole(null)} />;
  return (
    <span className="phone-number">
      <span className="nowrap">{customer.phone}</span>
      {mayReveal && (
        <Popover
          open={asking}
          onOpenChange={setAsking}
          trigger="click"
          placement="bottom"
          destroyOnHidden
          title={say('reveal.why')}
          content={
            <RevealReasons
              customerId={customer.id}
              onRevealed={(phone) => {
                setAsking(false);
                setWhole(phone);
              }}
            />
          }
        >
          <Button size="small" icon={<EyeOutlined />}>
            {say('reveal')}
          </Button>
        </Popover>
      )}
    </span>
  );
}

function WholeNumber({ phone, onGone }: { phone: string; onGone: () => void }) {
  const say = useWords(customersWords);
  const [left, setLeft] = useState(shownSeconds);
  const dialled = phone.startsWith('+86') ? phone.slice(3) : phone;

  useEffect(() => {
    if (left <= 0) onGone();
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
    // The second hand alone moves this.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [left]);

  return (
    <span className="phone-number">
      <Button type="primary" size="small" icon={<PhoneOutlined />} href={`tel:${phone}`} autoFocus>
        {dialled}
      </Button>
      <Button
        type="text"
        size="small"
        icon={<CopyOutlined />}
        aria-label={say('phone.copy')}
        onClick={() => void navigator.clipboard?.writeText(dialled)}
      />
      <span className="soft" role="timer">
        {say('reveal.left', { count: left })}
      </span>
    </span>
  );
}
