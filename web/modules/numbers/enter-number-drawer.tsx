import { App, Button, Form, Input } from 'antd';
import { RepairNumber, type BrokenNumber } from '#domain/numbers/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { useRepairNumber, useUndoRepair } from './api.ts';
import { numbersWords } from './words.ts';

interface EnterNumberDrawerProps {
  customer: BrokenNumber['customer'];
  onClose: () => void;
}

/** The number that was found; what stood for it goes on with it. */
export function EnterNumberDrawer({ customer, onClose }: EnterNumberDrawerProps) {
  const say = useWords(numbersWords);
  const { required, fits } = useFieldRules();
  const repair = useRepairNumber();
  const tellRepaired = useTellRepaired();

  return (
    <FormDrawer<{ phone: string }>
      title={say('enter.title', { name: customer.name })}
      open
      onClose={onClose}
      start={{}}
      saveLabel={say('enter.save')}
      onSave={async ({ phone }) => {
        const { id, resumed } = await repair.mutateAsync({ customerId: customer.id, phone });
        tellRepaired(id, resumed);
      }}
    >
      <Form.Item
        name="phone"
        label={say('enter')}
        extra={say('enter.hint')}
        rules={[required, fits(RepairNumber.shape.phone)]}
      >
        <Input autoFocus inputMode="tel" autoComplete="off" />
      </Form.Item>
    </FormDrawer>
  );
}

/** That it was done, with a way back for as long as it stands there. */
function useTellRepaired() {
  const say = useWords(numbersWords);
  const tell = useTell();
  const undoRepair = useUndoRepair();
  const { notification } = App.useApp();

  return (id: string, resumed: number) => {
    const key = `number-${id}`;
    const undo = async () => {
      notification.destroy(key);
      try {
        await undoRepair.mutateAsync(id);
        tell.done(say('undone'));
      } catch (error) {
        tell.failed(error);
      }
    };
    notification.success({
      key,
      title: resumed > 0 ? say('enter.done', { count: resumed }) : say('enter.done.none'),
      duration: 12,
      actions: <Button onClick={() => void undo()}>{say('undo')}</Button>,
    });
  };
}
