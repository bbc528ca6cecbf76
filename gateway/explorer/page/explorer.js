// The explorer's own page: signs a person in, keeps the token in memory only, and lets GraphiQL ask the graph with it.
(() => {
  const byId = (id) => document.getElementById(id);
  const form = byId('sign-in');
  const who = byId('who');
  const NOBODY = '未登录：只见公开内容 · not signed in: public rows only';
  const SIGNED =
    'token renewal expiresAt challenge appointment { id post } appointments { id post level documentNumber }';
  // A token must not outlive the page, so it is never written to the browser's storage.
  let session = null;
  let timer;

  async function ask(body) {
    const headers = { 'content-type': 'application/json' };
    if (session?.token) headers.authorization = `Bearer ${session.token}`;
    const response = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify(body) });
    return response.json();
  }

  function tell(text, refused = false) {
    who.textContent = text;
    who.classList.toggle('refused', refused);
  }

  function fillAppointments(appointments, current) {
    const select = byId('appointment');
    select.replaceChildren(
      new Option('请选择 choose', ''),
      ...appointments.map(
        ({ id, post, level, documentNumber }) =>
          new Option([post, level, documentNumber].filter(Boolean).join(' · '), id),
      ),
    );
    select.value = current ?? '';
    byId('appointment-field').hidden = appointments.length < 2;
  }

  function settle(signed, account) {
    clearTimeout(timer);
    byId('code-field').hidden = signed.challenge !== 'SECOND_FACTOR' || Boolean(signed.token);
    if (!signed.token) return tell('请填写验证码后再次登录 · enter the code and sign in again', true);
    session = { ...signed, account };
    byId('password').value = '';
    byId('code').value = '';
    byId('sign-out').hidden = false;
    fillAppointments(signed.appointments, signed.appointment?.id);
    const post = signed.appointment?.post;
    if (signed.challenge === 'CHANGE_PASSWORD')
      tell(`${account}：请先执行 changePassword · run changePassword first`, true);
    else if (signed.challenge) tell(`${account}：请先执行 enrolSecondFactor · run enrolSecondFactor first`, true);
    else tell(post ? `${account} · ${post}` : `${account}：请选择职务 · choose an appointment`);
    const left = new Date(signed.expiresAt).getTime() - Date.now();
    if (signed.renewal) timer = setTimeout(renew, Math.max(left - 60_000, 5_000));
  }

  function forget(text = NOBODY, refused = false) {
    clearTimeout(timer);
    session = null;
    byId('sign-out').hidden = true;
    byId('appointment-field').hidden = true;
    tell(text, refused);
  }

  async function renew() {
    const { renewal, account } = session;
    session = { ...session, token: null };
    const { data } = await ask({
      query: `mutation($renewal: String!) { renew(renewal: $renewal) { ${SIGNED} } }`,
      variables: { renewal },
    });
    if (data?.renew?.token) settle(data.renew, account);
    else forget('会话已结束，请重新登录 · the session has ended, sign in again', true);
  }

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    forget();
    const { account, password, code } = Object.fromEntries(new FormData(form));
    const query = `mutation($account: String!, $password: String!, $code: String) { signIn(account: $account, password: $password, code: $code) { ${SIGNED} } }`;
    const { data, errors } = await ask({ query, variables: { account, password, code: code || null } });
    if (data?.signIn) settle(data.signIn, account);
    else tell(errors?.[0]?.message ?? '登录未成功 · could not sign in', true);
  });

  byId('sign-out').addEventListener('click', async () => {
    await ask({ query: 'mutation { signOut }' });
    forget();
  });

  byId('appointment').addEventListener('change', async ({ target }) => {
    if (!target.value) return;
    const { data, errors } = await ask({
      query: `mutation($id: ID!) { actAs(appointmentId: $id) { ${SIGNED} } }`,
      variables: { id: target.value },
    });
    if (data?.actAs) settle({ ...data.actAs, renewal: data.actAs.renewal ?? session.renewal }, session.account);
    else tell(errors?.[0]?.message ?? '未能选定职务 · could not act under it', true);
  });

  fetch('/graphiql/demo-accounts.json')
    .then((response) => response.json())
    .then((accounts) => {
      const options = accounts.map(({ account, post, person }) =>
        Object.assign(document.createElement('option'), { value: account, label: `${person} · ${post}` }),
      );
      byId('accounts').replaceChildren(...options);
    });

  const defaultQuery = `# 先在上方登录，再看同一查询为各级各显一份 · sign in above: one query, each level sees its part
{
  me {
    post
    region { name householdSummary(year: 2018) { households people } funds(year: 2018) { paid } }
  }
  households(first: 3) {
    totalCount
    edges { node { number region { name } helper { name unit { name } } lastVisit { visitedOn } } }
  }
}
`;
  const root = window.ReactDOM.createRoot(byId('graphiql'));
  root.render(
    window.React.createElement(window.GraphiQL, {
      fetcher: ask,
      defaultQuery,
      isHeadersEditorEnabled: false,
      shouldPersistHeaders: false,
      // What was asked may name people: it is forgotten with the tab.
      storage: window.sessionStorage,
    }),
  );
})();
