import { Form, Input, InputNumber } from 'antd';
import { ScoreColleague, type ScorecardView } from '#domain/scorecards/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { PersonSelect, type Colleague } from '#web/ui/person-select.tsx';
import { useSaveScorecard, useScoreColleague } from './api.ts';
import { criteriaOf, textOf } from './card-text.ts';
import { scorecardWords } from './words.ts';

interface DrawerProps {
  view: ScorecardView;
  open: boolean;
  onClose: () => void;
}

/** One look at one colleague, criterion by criterion. */
export function ScoreDrawer(props: DrawerProps & { clinicId: string; people: readonly Colleague[] }) {
  const { view, open, onClose, clinicId, people } = props;
  const say = useWords(scorecardWords);
  const tell = useTell();
  const { required, fits } = useFieldRules();
  const score = useScoreColleague();
  const { criteria } = view.card;
  return (
    <FormDrawer<{ staffId: string; given: number[]; note: string | null }>
      title={say('score.title')}
      open={open}
      onClose={onClose}
      start={{ given: criteria.map(({ points }) => points) }}
      saveLabel={say('score')}
      onSave={async ({ staffId, given, note }) => {
        const { items } = await score.mutateAsync({ clinicId, staffId, given, note: note ?? null });
        tell.done(say('saved', { score: items[0]?.score ?? 0 }));
      }}
    >
      <Form.Item name="staffId" label={say('staff')} rules={[required]}>
        <PersonSelect people={people} />
      </Form.Item>
      {criteria.map(({ name, points }, index) => (
        <Form.Item key={name} name={['given', index]} label={name} rules={[required]}>
          <InputNumber min={0} max={points} precision={0} suffix={`/ ${points}`} />
        </Form.Item>
      ))}
      <Form.Item name="note" label={say('note')} rules={[fits(ScoreColleague.shape.note)]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={300} />
      </Form.Item>
    </FormDrawer>
  );
}

/** The criteria, their points and the floor. */
export function CardDrawer({ view, open, onClose }: DrawerProps) {
  const say = useWords(scorecardWords);
  const tell = useTell();
  const { required } = useFieldRules();
  const save = useSaveScorecard();
  return (
    <FormDrawer<{ criteria: string; floor: number }>
      title={say('card.title')}
      open={open}
      onClose={onClose}
      version={view.version}
      start={{ criteria: textOf(view.card.criteria), floor: view.card.floor }}
      onSave={async ({ criteria, floor }, version) => {
        await save.mutateAsync({ card: { criteria: criteriaOf(criteria)!, floor }, version: version! });
        tell.done(say('card.saved'));
      }}
    >
      <Form.Item
        name="criteria"
        label={say('card.criteria')}
        extra={say('card.hint')}
        rules={[
          required,
          {
            validator: (_, text: string) =>
              criteriaOf(text) ? Promise.resolve() : Promise.reject(new Error(say('card.bad'))),
          },
        ]}
      >
        <Input.TextArea autoSize={{ minRows: 6, maxRows: 20 }} />
      </Form.Item>
      <Form.Item name="floor" label={say('card.floor')} rules={[required]}>
        <InputNumber min={0} max={100} precision={0} />
      </Form.Item>
    </FormDrawer>
  );
}
