import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { DeskContact } from '#domain/classes/contract.ts';
import { useMay, useMe } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { ClassTag } from '#web/ui/class-tag.tsx';
import { useTell } from '#web/ui/confirm.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useConfirmClass, useSetClass } from './api.ts';
import { useClassNames } from './class-names.ts';
import { classesWords } from './words.ts';

/** A contact's class as it stands; opened, what the desk may change it to and what others may confirm. */
export function ContactClass({ contact }: { contact: DeskContact }) {
  const say = useWords(classesWords);
  const { classesOf, labelOf, nameOf } = useClassNames();
  const tell = useTell();
  const { staffId } = useMe();
  const mayConfirm = useMay('classes.confirm') && contact.staffId !== staffId;
  const setClass = useSetClass();
  const confirmClass = useConfirmClass();
  const { id, code, confirmed, confirmedByName, stage } = contact;
  const stands = confirmed ?? code;

  const choices = (doing: 'set' | 'confirm', now: string | null) =>
    classesOf(stage).map((each) => ({
      key: `${doing} ${each.code}`,
      label: labelOf(each.code),
      disabled: each.code === now,
      onClick: () =>
        (doing === 'set' ? setClass : confirmClass).mutate({ id, code: each.code }, { onError: tell.failed }),
    }));
  const setting = {
    key: 'set',
    type: 'group' as const,
    label: say('set.as'),
    children: choices('set', code),
  };
  const confirming = {
    key: 'confirm',
    type: 'group' as const,
    label: say('confirm.as'),
    children: choices('confirm', confirmed),
  };
  const groups = [...(mayConfirm ? [confirming] : []), ...(confirmed === null ? [setting] : [])];

  const tag =
    stands === null ? (
      <StatusTag meaning="soon">{say('none')}</StatusTag>
    ) : (
      <ClassTag code={stands} name={nameOf(stands)} />
    );
  return (
    <span className="line">
      {groups.length === 0 ? (
        tag
      ) : (
        <Dropdown trigger={['click']} menu={{ items: groups }}>
          <Button
            type="text"
            size="small"
            className="contact-class"
            aria-label={say('class.of', { class: stands === null ? say('none') : labelOf(stands) })}
          >
            {tag} <DownOutlined />
          </Button>
        </Dropdown>
      )}
      {confirmedByName !== null && (
        <span className="soft">
          {say('confirmed.by', { name: confirmedByName })}
          {code !== null && code !== confirmed && ` · ${say('confirmed.from', { class: code })}`}
        </span>
      )}
    </span>
  );
}
