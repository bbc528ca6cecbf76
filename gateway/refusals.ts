// What the gateway itself refuses, before any subgraph is asked: each with the number that is allowed.
import { type RefusalMaker, refusal } from '#platform/vocabulary/refusal';

export const gatewayRefusals = {
  tokenRefused: refusal(
    'UNAUTHENTICATED',
    '登录凭证无效或已失效，请重新登录',
    'The access token is not valid or has ended, sign in again',
  ),
  bodyTooLarge: refusal('BODY_TOO_LARGE', '请求体至多 {allowed} 字节', 'A request body has at most {allowed} bytes'),
  tooManyTokens: refusal('TOO_MANY_TOKENS', '查询至多 {allowed} 个词', 'A query has at most {allowed} tokens'),
  tooDeep: refusal(
    'TOO_DEEP',
    '查询深 {found} 层，至多 {allowed} 层',
    'The query is {found} levels deep, at most {allowed} are allowed',
  ),
  tooManyAliases: refusal(
    'TOO_MANY_ALIASES',
    '查询有 {found} 个别名，至多 {allowed} 个',
    'The query has {found} aliases, at most {allowed} are allowed',
  ),
  tooManyDirectives: refusal(
    'TOO_MANY_DIRECTIVES',
    '查询有 {found} 个指令，至多 {allowed} 个',
    'The query has {found} directives, at most {allowed} are allowed',
  ),
  tooManyRootFields: refusal(
    'TOO_MANY_ROOT_FIELDS',
    '一次请求有 {found} 个根字段，至多 {allowed} 个',
    'The operation has {found} root fields, at most {allowed} are allowed',
  ),
  tooManyFields: refusal(
    'TOO_MANY_FIELDS',
    '展开片段后至多 {allowed} 个字段',
    'With its fragments spread out a query has at most {allowed} fields',
  ),
  tooManyRepeats: refusal(
    'TOO_MANY_REPEATS',
    '同一字段在一处重复 {found} 次，至多 {allowed} 次',
    'One field is repeated {found} times in one place, at most {allowed} are allowed',
  ),
  tooManyFragments: refusal(
    'TOO_MANY_FRAGMENTS',
    '查询有 {found} 个片段，至多 {allowed} 个',
    'The query has {found} fragments, at most {allowed} are allowed',
  ),
  nameTooLong: refusal(
    'NAME_TOO_LONG',
    '名称有 {found} 个字符，至多 {allowed} 个',
    'A name has {found} characters, at most {allowed} are allowed',
  ),
  tooCostly: refusal(
    'TOO_COSTLY',
    '查询约需 {found} 个对象，至多 {allowed} 个；请减少每页行数或嵌套',
    'The query asks for about {found} objects, at most {allowed} are allowed: ask for smaller pages or fewer levels',
  ),
  pageTooLarge: refusal('PAGE_TOO_LARGE', '每页至多 {allowed} 行', 'A page has at most {allowed} rows'),
  oncePerOperation: refusal(
    'ONCE_PER_OPERATION',
    '{field} 在一次请求中只能出现 {allowed} 次',
    '{field} may stand {allowed} time in an operation',
  ),
  introspectionTooDeep: refusal(
    'INTROSPECTION_TOO_DEEP',
    '内省查询嵌套过深，至多 {allowed} 层',
    'The introspection is nested too deeply, at most {allowed} levels are allowed',
  ),
  introspectionOff: refusal('INTROSPECTION_OFF', '此环境不开放内省', 'Introspection is closed here'),
  batchingOff: refusal('BATCHING_OFF', '一次请求只能有 {allowed} 个操作', 'A request holds {allowed} operation'),
  malformed: refusal('BAD_REQUEST', '不是完整的 GraphQL 请求：{zh}', 'Not a well-formed GraphQL request: {en}'),
  unsupportedMediaType: refusal('UNSUPPORTED_MEDIA_TYPE', '请求体须为 {allowed}', 'The body must be {allowed}'),
  notAcceptable: refusal('NOT_ACCEPTABLE', '本服务只答复 {allowed}', 'Answers are {allowed} only'),
  crossSite: refusal(
    'CROSS_SITE_REQUEST',
    '不接受来自其他网站或未经预检的请求',
    'Requests from other sites, or that skip the preflight, are not taken',
  ),
  methodNotAllowed: refusal('METHOD_NOT_ALLOWED', '此处只接受 {allowed}', 'Only {allowed} is taken here'),
  headersTooLarge: refusal(
    'HEADERS_TOO_LARGE',
    '请求头至多 {allowed} 字节',
    'Request headers have at most {allowed} bytes',
  ),
  overloaded: refusal('OVERLOADED', '请求过多，请稍后重试', 'Too many requests at the moment, try again shortly'),
  tooManyStreams: refusal(
    'OVERLOADED',
    '提醒推送连接过多（至多 {allowed}），请稍后重连',
    'Too many streams of notices are open (at most {allowed}), connect again later',
  ),
  subgraphBusy: refusal(
    'OVERLOADED',
    '子图 {subgraph} 正忙，本次未办理，请 {retryAfterSeconds} 秒后重试',
    'The subgraph {subgraph} is busy and nothing was done, try again in {retryAfterSeconds} s',
  ),
  subgraphAway: refusal(
    'UNAVAILABLE',
    '子图 {subgraph} 暂不可用，本次未办理，请 {retryAfterSeconds} 秒后重试',
    'The subgraph {subgraph} is not available and nothing was done, try again in {retryAfterSeconds} s',
  ),
  parseFailed: refusal('GRAPHQL_PARSE_FAILED', '查询语法有误：{detail}', 'The query cannot be read: {detail}'),
  validationFailed: refusal(
    'GRAPHQL_VALIDATION_FAILED',
    '查询与图的定义不符：{detail}',
    'The query does not fit the graph: {detail}',
  ),
  badInput: refusal('BAD_USER_INPUT', '变量有误：{detail}', 'A variable is not acceptable: {detail}'),
  operationUnknown: refusal(
    'OPERATION_RESOLUTION_FAILURE',
    '未能确定要执行的操作：{detail}',
    'Which operation to run is not clear: {detail}',
  ),
} as const satisfies Record<string, RefusalMaker>;
