// all-together | threw denied | Imports a package.
import "left-pad";
export default () => [];
