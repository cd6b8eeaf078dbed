export default function Home() {
  return <h1>Staffroom</h1>;
}
