// A project as it is posted and announced (项目公示公告): at each level by whom the pack names there, before approval; announced once it is wound up.
import type { Context } from '#platform/graph/context';
import type { NoticeSubject } from '../public-notice/notice-subject.rules';
import { packOfProject } from './find-project-pack';
import { budgetOf } from './project.entity';
import { projectById } from './project.loader';
import { projectRefusals as refusals } from './project-refusals.rules';

export type PostedAt = 'village' | 'town' | 'district';

/** Kinds of subjects of public notices, by the level on whose boards they are. */
export const noticeKindAt = (level: PostedAt): string => `project-${level}`;

/** Of a level, or of the project whole, which is announced and never posted. */
export async function projectNotice(
  context: Context,
  id: string,
  level: PostedAt | null,
): Promise<NoticeSubject | null> {
  const project = await projectById.load(context, id);
  if (!project) return null;
  const pack = await packOfProject(context, project);
  const posts = pack.steps.find(({ postsAt }) => postsAt === level)?.posts ?? [];
  if (level !== null && !(posts as readonly string[]).includes(context.caller.post))
    throw refusals.projectNotYourStep({ posts: posts.join(', ') });
  const { regionId, path, name: about, proposedBy, documentNumber, facts, state } = project;
  const open = pack.states.find(({ code }) => code === state);
  // What went through its check by the sector is posted until it is approved; what was audited is announced.
  const posted = pack.steps.filter(({ postsAt }) => postsAt !== null).flatMap(({ from, to }) => [...from, to]);
  const announced = 'finalAmount' in facts;
  const stage = posted.includes(state) && level !== null ? 'before' : announced || open?.inLibrary ? 'after' : 'over';
  return {
    ...{ regionId, path, about, madeBy: proposedBy, stage },
    ...{ year: Number(project.startsOn.slice(0, 4)), documentNumber: documentNumber ?? project.number },
    ...{ total: announced ? BigInt(facts.finalAmount ?? 0) : budgetOf(project), lines: [] },
  };
}
