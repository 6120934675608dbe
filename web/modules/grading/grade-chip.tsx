import { Button, Popover } from 'antd';
import { useState } from 'react';
import { gradeWords } from '#web/lib/grade-words.ts';
import { useWords } from '#web/lib/words.ts';
import { GradeTag } from '#web/ui/grade-tag.tsx';
import { useCustomerGrade } from './api.ts';
import { GradeDrawer } from './grade-drawer.tsx';
import { ReasonList } from './reason-list.tsx';
import { gradingWords } from './words.ts';
import './grading.css';

/** The grade on the record's head: its reason where the pointer rests, everything else behind it. */
export function GradeChip({ customer }: { customer: { id: string; name: string; clinicId: string } }) {
  const say = useWords(gradingWords);
  const sayGrade = useWords(gradeWords);
  const [open, setOpen] = useState(false);
  const { data } = useCustomerGrade(customer.id);
  if (!data) return null;

  return (
    <>
      <Popover
        {...(open && { open: false })}
        title={say('reason')}
        content={
          <div style={{ maxWidth: 320 }}>
            <ReasonList reasons={data.reasons} clinicId={customer.clinicId} />
            {data.frozen.length > 0 && <p className="soft">{sayGrade('frozen.why')}</p>}
          </div>
        }
      >
        <Button
          type="text"
          className="grade-chip"
          aria-label={`${say('details')}: ${data.grade} ${sayGrade(data.grade)}`}
          onClick={() => setOpen(true)}
        >
          <GradeTag grade={data.grade} />
        </Button>
      </Popover>
      <GradeDrawer customer={customer} grade={data} open={open} onClose={() => setOpen(false)} />
    </>
  );
}
