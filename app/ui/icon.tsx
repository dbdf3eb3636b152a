import {
  ArrowDown, ArrowUp, Bell, Bus, Calendar, Check, ChevronDown, Clock, Download, ExternalLink, Globe, Home, Info, Languages,
  List, Lock, LogOut, Mail, MapPin, MessageSquare, Minus, Pause, Pencil, Phone, Play, Plus, Printer, Search, Shield, TriangleAlert, User, Users, X,
  type LucideIcon,
} from "lucide-react";

const icons = {
  bell: Bell, bus: Bus, calendar: Calendar, check: Check, clock: Clock, close: X, "chevron-down": ChevronDown, down: ArrowDown, download: Download,
  external: ExternalLink, flat: Minus, globe: Globe, home: Home, info: Info, interpreter: Languages, list: List, lock: Lock, leave: LogOut, mail: Mail,
  message: MessageSquare, minus: Minus, pause: Pause, pencil: Pencil, phone: Phone, pin: MapPin, play: Play, plus: Plus, print: Printer,
  search: Search, shield: Shield, up: ArrowUp, user: User, users: Users, warn: TriangleAlert,
} satisfies Record<string, LucideIcon>;

export type IconName = keyof typeof icons;

/** Decoration beside words; it never speaks alone (close, plus and minus get their name from the control they stand in). */
export function Icon({ name, size = 16, className }: { name: IconName; size?: number; className?: string }) {
  const Drawing = icons[name];
  return <Drawing size={size} strokeWidth={2.2} className={className} aria-hidden focusable="false" />;
}
