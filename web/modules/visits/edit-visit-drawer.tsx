import { Checkbox, Form, Input } from 'antd';
import type { z } from 'zod';
import { EditVisit, type NewTreatment, type Visit } from '#domain/visits/contract.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import type { ConflictField } from '#web/ui/conflict-dialog.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { emptyIsNull } from '#web/ui/form-values.ts';
import { useEditVisit } from './api.ts';
import type { Treaters } from './treaters.ts';
import { TreatmentFields } from './treatment-fields.tsx';
import { visitsWords } from './words.ts';

type Written = z.output<typeof NewTreatment>;
interface Fields {
  chiefComplaint: string | null;
  treatments: Written[];
  isDischarge: boolean;
}

interface EditVisitDrawerProps {
  visit: Visit;
  treaters: Treaters;
  onClose: () => void;
}

/** What the customer came for and what was done; which followups are planned depends on it. */
export function EditVisitDrawer({ visit, treaters, onClose }: EditVisitDrawerProps) {
  const say = useWords(visitsWords);
  const tell = useTell();
  const edit = useEditVisit(visit.id);
  const { fits } = useFieldRules();
  const compare = useCompared();

  return (
    <FormDrawer<Fields>
      title={say('edit.title')}
      open
      onClose={onClose}
      width={640}
      start={{
        chiefComplaint: visit.chiefComplaint,
        treatments: visit.treatments.map(writtenOf),
        isDischarge: visit.isDischarge,
      }}
      version={visit.version}
      compare={compare}
      onSave={async (fields, version) => {
        const treatments = fields.treatments.map((treatment) => ({
          ...treatment,
          teamId: treatment.teamId ?? null,
          doctorId: treatment.doctorId ?? null,
        }));
        await edit.mutateAsync({
          version,
          change: {
            chiefComplaint: fields.chiefComplaint ?? null,
            treatments,
            isDischarge: fields.isDischarge,
          },
        });
        tell.done(say('edit.done'));
      }}
    >
      <Form.Item
        name="chiefComplaint"
        {...emptyIsNull}
        label={say('complaint')}
        extra={say('complaint.hint')}
        rules={[fits(EditVisit.shape.chiefComplaint)]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <TreatmentFields treaters={treaters} />
      <Form.Item name="isDischarge" valuePropName="checked" extra={say('discharge.hint')}>
        <Checkbox>{say('discharge')}</Checkbox>
      </Form.Item>
    </FormDrawer>
  );
}

function writtenOf({ category, name, teamId, doctorId, finishesCourse }: Written): Written {
  return { category, name, teamId, doctorId, finishesCourse };
}

function useCompared(): ConflictField[] {
  const say = useWords(visitsWords);
  const sayClinic = useWords(clinicWords);
  return [
    { name: 'chiefComplaint', label: say('complaint') },
    {
      name: 'treatments',
      label: say('treatments'),
      show: (treatments) =>
        (treatments as Written[])
          .map(({ category, name, finishesCourse }) =>
            [sayClinic(`treatment.${category}`), name, finishesCourse && say('courseFinished')]
              .filter(Boolean)
              .join(' '),
          )
          .join(say('and')),
    },
    { name: 'isDischarge', label: say('discharge'), show: (is) => say(is ? 'yes' : 'no') },
  ];
}
