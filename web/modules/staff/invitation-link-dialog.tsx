import { Modal } from 'antd';
import type { z } from 'zod';
import type { Invitation } from '#domain/staff/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { ShownOnce } from '#web/ui/shown-once.tsx';
import { staffWords } from './words.ts';

interface InvitationLinkDialogProps {
  invitation: z.infer<typeof Invitation>;
  onClose: () => void;
}

export function InvitationLinkDialog({ invitation, onClose }: InvitationLinkDialogProps) {
  const say = useWords(staffWords);
  const dates = useDates();
  const { staff, token, expiresAt } = invitation;
  return (
    <Modal open title={say('invite.done')} footer={null} mask={{ closable: false }} onCancel={onClose}>
      <p>{say('invite.text', { name: staff.name, until: dates.dateTime(expiresAt) })}</p>
      <ShownOnce text={`${location.origin}/invitation#${token}`} label={say('invite.link')} />
    </Modal>
  );
}
