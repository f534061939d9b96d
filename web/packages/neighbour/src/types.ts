/** What the residents' API speaks, as the server's document says. Types only: the mini-program takes no client with it. */
import type { components } from "../../api/src/schema";

type S = components["schemas"];
export type Start = S["StartOut"];
export type Me = S["MeOut"];
export type Look = S["LookOut"];
export type DoorMap = S["DoorMapOut"];
export type Called = S["PointCalled"];
export type Nearby = S["NearbyOut"];
export type RequestIn = S["RequestIn"];
export type RequestRow = S["RequestRow"];
export type RequestTold = S["RequestOut"];
export type Act = S["ResidentActIn"];
export type Around = S["AroundOut"];
export type Bulletin = S["BulletinShort"];
export type Message = S["MessageOut"];
export type HomeIn = S["HomeIn"];
export type Emergency = S["EmergencyOut"];
export type Code = S["CodeOut"];
export type Entered = S["EnteredOut"];
export type Kept = S["PhotoOut"];
