import { MinusOutlined, RiseOutlined, StarOutlined, WarningOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Grade } from '#domain/grading/rule-set.ts';
import { gradeWords } from '#web/lib/grade-words.ts';
import { useWords } from '#web/lib/words.ts';
import { StatusTag } from './status-tag.tsx';

const icons: Record<Grade, ReactNode> = {
  A: <StarOutlined />,
  B: <RiseOutlined />,
  C: <MinusOutlined />,
  D: <WarningOutlined />,
};

interface GradeTagProps {
  grade: Grade;
  /** In a narrow row: the letter alone, its meaning in the title. */
  short?: boolean;
}

/** A, B, C or D, and what that means. */
export function GradeTag({ grade, short = false }: GradeTagProps) {
  const say = useWords(gradeWords);
  const meaning = `${say('grade')} ${grade} · ${say(grade)}`;
  return (
    <span title={meaning}>
      <StatusTag meaning={grade === 'D' ? 'risk' : 'neutral'} icon={icons[grade]}>
        {short ? grade : `${grade} ${say(grade)}`}
      </StatusTag>
    </span>
  );
}
