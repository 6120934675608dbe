import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { isApiError } from '#web/lib/api-error.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useWords } from '#web/lib/words.ts';
import { useInvitation } from '#web/modules/session/api.ts';
import { FrontDoor } from '#web/modules/session/front-door.tsx';
import { InvitationForm } from '#web/modules/session/invitation-form.tsx';
import { sessionWords } from '#web/modules/session/words.ts';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import { LoadingState } from '#web/ui/states.tsx';

/** The token stands after the `#`, which no browser sends to a server and no log keeps. */
export function InvitationPage() {
  const say = useWords(sessionWords);
  const token = useLocation({ select: ({ hash }) => hash });
  if (token.length >= 20) return <Invited token={token} />;
  return (
    <FrontDoor title={say('invitation.broken')} text={say('invitation.broken.text')}>
      <Link to="/">{say('invitation.signIn')}</Link>
    </FrontDoor>
  );
}

function Invited({ token }: { token: string }) {
  const say = useWords(sessionWords);
  const sayClinic = useWords(clinicWords);
  const navigate = useNavigate();
  const { data: invitation, error } = useInvitation(token);

  if (isApiError(error, 'not-found')) {
    return (
      <FrontDoor title={say('invitation.invalid')} text={say('invitation.invalid.text')}>
        <Link to="/">{say('invitation.signIn')}</Link>
      </FrontDoor>
    );
  }
  if (error) {
    return (
      <FrontDoor title={say('invitation.signIn')}>
        <div className="rows">
          <ErrorMessage error={error} />
          <Link to="/">{say('invitation.signIn')}</Link>
        </div>
      </FrontDoor>
    );
  }
  if (!invitation) return <LoadingState />;
  const { organization, name, role } = invitation;
  return (
    <FrontDoor
      title={say('invitation.title', { organization })}
      text={say('invitation.text', { name, role: sayClinic(`role.${role}`) })}
    >
      <InvitationForm
        token={token}
        names={[name, organization]}
        onJoined={() => void navigate({ to: '/', hash: '', replace: true })}
      />
    </FrontDoor>
  );
}
