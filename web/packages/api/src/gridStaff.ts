/** 网格队伍: the register, posts, courses with attendance, tests. */
import { client, take } from "./client";
import type { components } from "./schema";
import type { Query } from "./types";

type Schemas = components["schemas"];
export type StaffWorker = Omit<Schemas["GridStaffRow"], "grids"> & { grids: { code: string; name: string }[] };
export type StaffPost = Schemas["GridStaffPost"];
export type StaffList = Omit<Schemas["GridStaffList"], "items"> & { items: StaffWorker[] };
export type StaffDetail = StaffWorker & {
  courses: { id: number; name: string; at: string; state: string }[];
  papers: { exam_id: number; exam: string; at: string; score: number; passed: boolean }[];
};
export type StaffCourse = Schemas["CourseOut"];
export type StaffCourseDetail = Omit<Schemas["CourseDetail"], "exams"> & { exams: { id: number; name: string }[] };
export type StaffCourseGiven = Schemas["CourseIn"];
export type StaffExam = Schemas["ExamOut"];
export type StaffExams = Omit<Schemas["ExamList"], "topics"> & { topics: { topic: string; questions: number }[] };
export type StaffExamGiven = Schemas["ExamIn"];
export type StaffResults = Omit<Schemas["ExamResults"], "hard"> & { hard: { text: string; asked: number; wrong: number }[] };
export type StaffPaper = Schemas["PaperOut"];
export type StaffTraining = {
  courses: { id: number; name: string; at: string; place: string; state: string }[];
  exams: { id: number; name: string; questions: number; pass_mark: number; minutes: number; closes_at: string; tries_left: number; best: number | null; passed: boolean; open_paper: string | null }[];
};

export const gridStaff = {
  workers: (query: { state?: string; post?: string; unit?: string; q?: string }) => take(client.GET("/api/v1/fieldwork/staff/workers", { params: { query: query as never } })) as unknown as Promise<StaffList>,
  worker: (id: number) => take(client.GET("/api/v1/fieldwork/staff/workers/{worker_id}", { params: { path: { worker_id: id } } })) as unknown as Promise<StaffDetail>,
  courses: (query: Query) => take(client.GET("/api/v1/fieldwork/staff/courses", { params: { query: query as never } })),
  course: (id: number) => take(client.GET("/api/v1/fieldwork/staff/courses/{course_id}", { params: { path: { course_id: id } } })) as unknown as Promise<StaffCourseDetail>,
  saveCourse: (body: StaffCourseGiven) => take(client.POST("/api/v1/fieldwork/staff/courses", { body })) as unknown as Promise<StaffCourseDetail>,
  mark: (id: number, marks: { worker_id: number; state: string }[]) => take(client.POST("/api/v1/fieldwork/staff/courses/{course_id}/marks", { params: { path: { course_id: id } }, body: { marks: marks as never } })) as unknown as Promise<StaffCourseDetail>,
  exams: (days: Query = {}) => take(client.GET("/api/v1/fieldwork/staff/exams", { params: { query: days as never } })) as unknown as Promise<StaffExams>,
  exam: (id: number) => take(client.GET("/api/v1/fieldwork/staff/exams/{exam_id}", { params: { path: { exam_id: id } } })) as unknown as Promise<StaffResults>,
  saveExam: (body: StaffExamGiven) => take(client.POST("/api/v1/fieldwork/staff/exams", { body })) as unknown as Promise<StaffResults>,
  mine: () => take(client.GET("/api/v1/fieldwork/staff/exams/mine")) as unknown as Promise<StaffTraining>,
  begin: (id: number, uuid: string) => take(client.POST("/api/v1/fieldwork/staff/exams/{exam_id}/papers", { params: { path: { exam_id: id } }, body: { uuid } })),
  handIn: (uuid: string, answers: Record<string, string>) => take(client.POST("/api/v1/fieldwork/staff/papers/{paper_uuid}", { params: { path: { paper_uuid: uuid } }, body: { answers } })),
};
