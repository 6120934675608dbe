import { TagOutlined } from '@ant-design/icons';
import { StatusTag } from './status-tag.tsx';

interface ClassTagProps {
  code: string;
  /** What the clinic calls the class. */
  name: string;
  /** In a narrow row: the code alone, its name in the title. */
  short?: boolean;
}

/** What the desk takes somebody for. */
export function ClassTag({ code, name, short = false }: ClassTagProps) {
  return (
    <span title={`${code} ${name}`.trim()}>
      <StatusTag meaning="neutral" icon={<TagOutlined />}>
        {short ? code : `${code} ${name}`.trim()}
      </StatusTag>
    </span>
  );
}
